#!/bin/sh
# One command for phones on the same Wi-Fi: a certificate for this machine's address, and nginx before the app.
#
#   sh deploy/local-https.sh [ADDRESS]        then open https://ADDRESS:8443 and accept the certificate
#
# Needs openssl and nginx (Debian: nginx-light). The app is built and started unless one answers at PORT (3000).
set -eu
cd "$(dirname "$0")/.."
address=${1:-$(hostname -I | cut -d' ' -f1)}
port=${PORT:-3000}
https=${HTTPS_PORT:-8443}
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null; rm -rf "$folder"' EXIT INT TERM
openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=$address" -addext "subjectAltName=IP:$address" \
  -keyout "$folder/key" -out "$folder/crt" 2>/dev/null
cat > "$folder/nginx.conf" <<EOF
daemon off;
pid $folder/pid;
error_log stderr warn;
events {}
http {
  access_log off;
  client_body_temp_path $folder/body;
  proxy_temp_path $folder/proxy;
  fastcgi_temp_path $folder/fastcgi;
  uwsgi_temp_path $folder/uwsgi;
  scgi_temp_path $folder/scgi;
  server {
    listen $https ssl;
    ssl_certificate $folder/crt;
    ssl_certificate_key $folder/key;
    client_max_body_size 13m;
    location / {
      proxy_pass http://127.0.0.1:$port;
      proxy_http_version 1.1;
      proxy_buffer_size 16k;
      proxy_buffers 16 16k;
      proxy_set_header Host \$http_host;
      proxy_set_header X-Real-IP \$remote_addr;
    }
  }
}
EOF
nginx=$(command -v nginx || echo /usr/sbin/nginx)
answers() { node -e "fetch('http://127.0.0.1:$port/api/v1/health/live').then(()=>process.exit(0),()=>process.exit(1))"; }
if ! answers; then
  [ -f build/index.js ] || npm run -s build
  ORIGIN="https://$address:$https" ADDRESS_HEADER=x-real-ip PORT=$port node scripts/serve.mjs &
  until answers; do sleep 1; done
fi
echo "Open https://$address:$https on the phone and accept the certificate. Ctrl-C ends."
"$nginx" -c "$folder/nginx.conf" -p "$folder" &
wait $!
