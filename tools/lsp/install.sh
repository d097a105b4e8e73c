#!/bin/sh
# install.sh FOLDER: puts the language server that the schemas are tested with
# into FOLDER, as package-lock.json pins it.  Silent, and without the network,
# when it is there; where npm cannot get it, the test is skipped.
set -u

here=$(dirname "$0")
folder=$1

cmp -s "$here/package-lock.json" "$folder/done" && exit 0
if ! command -v npm >/dev/null; then
	echo 'lsp: npm is not there; the language server is not tested' >&2
	exit 0
fi
echo 'lsp: installing the language server that the schemas are tested with' >&2
mkdir -p "$folder"
cp "$here/package.json" "$here/package-lock.json" "$folder"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if npm ci --prefix "$folder" --ignore-scripts --no-audit --no-fund \
	--fetch-retries=1 --fetch-timeout=30000 >"$log" 2>&1; then
	cp "$here/package-lock.json" "$folder/done"
else
	tail -3 "$log" >&2
	echo 'lsp: npm cannot get it; the language server is not tested' >&2
fi
