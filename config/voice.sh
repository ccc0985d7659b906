#!/bin/sh
# The browser's client for the voice agent, fetched from npm into a folder: `make voice`, and in the Dockerfile.
# These versions and no others: what is fetched must have the sums below.
set -eu
to=$1
from=$(mktemp -d)
trap 'rm -rf "$from"' EXIT

fetch() {
  (cd "$from" && npm pack --silent "$1" >/dev/null && echo "$3  $2" | sha256sum --check --quiet && tar -xzf "$2" && rm "$2" && mv package "$4")
}
fetch @elevenlabs/client@1.25.0 elevenlabs-client-1.25.0.tgz \
  6aad510249b90eef8f164a39d2743b272afa333e8cf7def1727c6780a83b4b59 client
fetch @alexanderolsen/libsamplerate-js@2.1.2 alexanderolsen-libsamplerate-js-2.1.2.tgz \
  0405104598a24ba6f76c1cd3a0e7936e9875875f9ec3eee1bfea20c97e21f304 samplerate

mkdir -p "$to"
cp "$from/client/worklets/rawAudioProcessor.js" "$from/client/worklets/audioConcatProcessor.js" "$to"
cp "$from/samplerate/dist/libsamplerate.worklet.js" "$to"
# The map it names is not among our files, and collectstatic would look for it. The client comes last: it says that all
# of it is here.
sed '/^\/\/# sourceMappingURL=/d' "$from/client/dist/lib.iife.js" >"$to/client.js"
