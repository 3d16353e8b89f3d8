#!/bin/sh
# Makes the image that the Containerfile is built on where no container registry can be reached:
# Debian by debootstrap, Node from npm's registry, under the name that FROM asks for. Wants root, debootstrap, npm, buildah.
#   sh deploy/base-image.sh [NODE_VERSION]        MIRROR=http://… for another Debian mirror
#   buildah bud --isolation chroot --pull-never -f deploy/Containerfile -t gradframe .
set -eu
umask 022
name=$(sed -n 's/^FROM \(docker.io[^ ]*\).*/\1/p' "$(dirname "$0")/Containerfile" | head -n 1)
tag=${name##*:}
major=${tag%%-*}
release=${tag#*-}
release=${release%-slim}
case $(uname -m) in
  x86_64) arch=x64 ;;
  aarch64) arch=arm64 ;;
  *) echo "npm has no Node for $(uname -m)." >&2; exit 1 ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
debootstrap --variant=minbase --include=ca-certificates "$release" "$work/root" "${MIRROR:-http://deb.debian.org/debian}"
rm -rf "$work/root/var/cache/apt/archives" "$work/root/var/lib/apt/lists"
(cd "$work" && npm pack --silent "node-linux-$arch@${1:-$major}" && npm pack --silent npm@10) | tail -n 2
tar -xzf "$work"/node-linux-*.tgz -C "$work/root/usr/local" --strip-components 1 --no-same-owner package/bin
install -d "$work/root/usr/local/lib/node_modules/npm"
tar -xzf "$work"/npm-*.tgz -C "$work/root/usr/local/lib/node_modules/npm" --strip-components 1 --no-same-owner
for command in npm npx; do
  ln -sf "../lib/node_modules/npm/bin/$command-cli.js" "$work/root/usr/local/bin/$command"
done
chroot "$work/root" useradd --uid 1000 --create-home --shell /bin/bash node
container=$(buildah from scratch)
buildah add --quiet "$container" "$work/root" /
buildah config --cmd node "$container"
buildah commit --quiet --rm "$container" "$name"
echo "$name is there."
