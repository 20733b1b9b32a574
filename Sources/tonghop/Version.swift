/// The program's version, as `--version`, the manifest and the ledger name it.
let version = "0.1.0"
