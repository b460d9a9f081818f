// Bundles the desk's page into the package; the first line bears the digest of what it was made of.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { build } from "esbuild";

const files = [...readdirSync("src").filter((name) => name.endsWith(".js")).sort().map((name) => `src/${name}`), "package.json"];
const digest = createHash("sha256");
for (const file of files) digest.update(file).update("\0").update(readFileSync(file)).update("\0");

await build({
  entryPoints: ["src/main.js"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  outfile: "../src/reportgen/desk/static/desk.js",
  banner: { js: `// sources: ${digest.digest("hex")}` },
});
