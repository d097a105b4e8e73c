#!/bin/sh
# Installs the Debian packages of packages.txt that are not there yet; with
# --build those for building alone, the part above “# tests”.
# Silent, and without the network, when nothing is missing.
set -u

list=$(dirname "$0")/packages.txt
last=$([ "${1-}" = --build ] && echo '/^# tests/,$d' || echo '')

say()
{
	echo "deps: $*" >&2
}

missing()
{
	sed -e "$last" -e 's/#.*//' "$list" | while read -r name; do
		[ -n "$name" ] || continue
		# “npm?”: the program will do, wherever it is from
		case $name in *\?)
			name=${name%?}
			command -v "$name" >/dev/null && continue ;;
		esac
		status=$(dpkg-query -W -f '${db:Status-Status}' "$name" \
			2>/dev/null)
		[ "$status" = installed ] || echo "$name"
	done
}

# Where there is no dpkg the Makefile still names each library that it lacks.
if ! command -v dpkg-query >/dev/null; then
	say "this is not Debian: see $list for what jianbao builds with"
	exit 0
fi

wanted=$(missing | tr '\n' ' ')
[ -n "$wanted" ] || exit 0

if [ "$(id -u)" = 0 ]; then
	root=
elif command -v sudo >/dev/null; then
	root=sudo
else
	say "packages are missing and there is no sudo; as root, run"
	say "    apt-get install --no-install-recommends $wanted"
	exit 1
fi

apt_get()
{
	$root env DEBIAN_FRONTEND=noninteractive apt-get \
		-o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -qq -y "$@"
}

say "installing $wanted"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Old package lists may still do when the update fails.
apt_get update >"$log" 2>&1
# shellcheck disable=SC2086 # one word per package
if ! apt_get install --no-install-recommends $wanted >>"$log" 2>&1; then
	cat "$log" >&2
	say "apt-get could not install $wanted"
	exit 1
fi
