"""Documents to files: `word`, `pdf`, `web`. A writer sees trees and layouts, never the model or the input."""
