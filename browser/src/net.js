// Requests to the desk: what it refuses comes back as problems, what does not arrive as an error.
export class RefusedError extends Error {
  constructor(answer, status) {
    super((answer.problems ?? []).map((one) => [one.message, one.hint].filter(Boolean).join(" ")).join(" ") || `HTTP ${status}`);
    this.answer = answer;
    this.status = status;
  }
}

const read = async (response) => {
  const answer = await response.json().catch(() => ({}));
  if (response.status === 401) location.assign("/dang-nhap");
  if (!response.ok) throw new RefusedError(answer, response.status);
  return answer;
};

export const ask = async (address) => read(await fetch(address));

export const post = async (address, sent = {}, how = {}) =>
  read(await fetch(address, { ...how, method: "POST", headers: { "X-Desk": "1", "Content-Type": "application/json" }, body: JSON.stringify(sent) }));

export const send = async (what, files, fields = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("file", file);
  return read(await fetch(`/api/send/${what}`, { method: "POST", headers: { "X-Desk": "1" }, body: form }));
};

export const of = (name, what, sent) => post(`/api/of/${encodeURIComponent(name)}/${what}`, sent);
