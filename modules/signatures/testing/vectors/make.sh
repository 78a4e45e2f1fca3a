#!/usr/bin/env bash
# Makes the vectors of this folder with OpenSSL 3, an implementation foreign to ours. Keys are for tests only.
# They are committed; running this makes others. Usage: bash make.sh
set -euo pipefail
cd "$(dirname "$0")"
ID=distid:1234567812345678
SUBJECT='/C=CN/O=样例跨境电商有限公司 5301361234/CN=样例申报卡'
DAYS=36500

extensions() { printf 'basicConstraints=critical,CA:%s\nkeyUsage=critical,%s\n' "$1" "$2"; }

# issue NAME HASH SERIAL KEYSPEC…: an authority and a leaf beneath it, keys in PKCS#8
issue() {
  local name=$1 hash=$2 serial=$3; shift 3
  local sign=(); [[ $hash == sm3 ]] && sign=(-sigopt "$ID")
  local check=(); [[ $hash == sm3 ]] && check=(-vfyopt "$ID")
  openssl genpkey "$@" -out "$name-authority.key"
  openssl req -new -x509 -"$hash" "${sign[@]}" -key "$name-authority.key" -days $DAYS -utf8 \
    -subj "/C=CN/O=Chama tests/CN=$name authority" -addext 'basicConstraints=critical,CA:TRUE' \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' -out "$name-authority.pem"
  openssl genpkey "$@" -out "$name.key"
  openssl req -new -"$hash" "${sign[@]}" -key "$name.key" -utf8 -subj "$SUBJECT" -out "$name.csr"
  openssl x509 -req -"$hash" "${sign[@]}" "${check[@]}" -in "$name.csr" -days $DAYS -set_serial "$serial" \
    -CA "$name-authority.pem" -CAkey "$name-authority.key" \
    -extfile <(extensions FALSE digitalSignature,nonRepudiation) -out "$name.pem"
  rm "$name.csr" "$name-authority.key"
}
issue sm2 sm3 0x01691fe9 -algorithm EC -pkeyopt ec_paramgen_curve:SM2
issue rsa sha1 0x01691fea -algorithm RSA -pkeyopt rsa_keygen_bits:1024

# The same keys in every form a key file may have; the password is 茶马-1.
printf '茶马-1' > password.txt
openssl ec -in sm2.key -out sm2-sec1.key 2> /dev/null
openssl rsa -in rsa.key -traditional -out rsa-pkcs1.key 2> /dev/null
for name in sm2 rsa; do
  openssl pkcs8 -topk8 -in $name.key -out $name-encrypted.key -passout file:password.txt -v2 aes-256-cbc -iter 2048
  openssl pkcs12 -export -inkey $name.key -in $name.pem -certfile $name-authority.pem -passout file:password.txt -out $name.p12
done
openssl pkcs8 -topk8 -in sm2.key -out sm2-sm4.key -passout file:password.txt -v2 sm4-cbc -v2prf hmacWithSHA1
openssl pkcs12 -export -inkey rsa.key -in rsa.pem -passout file:password.txt -out rsa-3des.p12 \
  -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1

# Messages in canonical form, so that nothing but OpenSSL hashes and signs them.
message() {
  local name=$1 method=$2 digestMethod=$3 hash=$4; shift 4
  local open='<ceb:CEB311Message xmlns:ceb="http://www.chinaport.gov.cn/ceb" guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0">'
  local body='<ceb:Order><ceb:OrderHead><ceb:guid>4CDE1CFD-EDED-46B1-946C-B8022E42FC95</ceb:guid><ceb:appType>1</ceb:appType><ceb:appTime>20260701120000</ceb:appTime><ceb:appStatus>2</ceb:appStatus><ceb:orderType>I</ceb:orderType><ceb:orderNo>茶 &amp; 马 1</ceb:orderNo></ceb:OrderHead></ceb:Order>'
  local close='</ceb:CEB311Message>'
  local digest; digest=$(printf '%s' "$open$body$close" | openssl dgst -"$hash" -binary | base64 -w0)
  local inner="<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"$method\"></ds:SignatureMethod><ds:Reference URI=\"\"><ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform></ds:Transforms><ds:DigestMethod Algorithm=\"$digestMethod\"></ds:DigestMethod><ds:DigestValue>$digest</ds:DigestValue></ds:Reference></ds:SignedInfo>"
  printf '%s' "<ds:SignedInfo xmlns:ceb=\"http://www.chinaport.gov.cn/ceb\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">$inner" > signed-info.txt
  if [[ $name == sm2* ]]; then
    openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt "$ID" -inkey sm2.key -in signed-info.txt -out value.der
    # DER to r‖s: the two integers, each filled up or cut to 32 bytes.
    openssl asn1parse -inform DER -in value.der | sed -n 's/.*INTEGER *://p' |
      while read -r hex; do printf '%064s' "$hex" | tr ' ' 0 | tail -c 64; done | xxd -r -p > value.bin
  else
    openssl dgst -sha1 -sign rsa.key -out value.bin signed-info.txt
  fi
  local certificate; certificate=$(openssl x509 -in "${name%%-*}.pem" -outform DER | base64 -w0)
  printf '%s' "$open$body<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>$inner<ds:SignatureValue>$(base64 -w0 value.bin)</ds:SignatureValue><ds:KeyInfo><ds:KeyName>$(openssl x509 -in "${name%%-*}.pem" -noout -serial | cut -d= -f2 | tr A-F a-f)</ds:KeyName><ds:X509Data><ds:X509Certificate>$certificate</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>$close" > "$name.xml"
  rm -f signed-info.txt value.der value.bin
}
SPEC=http://www.chinaport.gov.cn/2022/04/xmldsig
FIELD=http://www.w3.org/2000/09/xmldsig
message sm2-specification "$SPEC#sm2-sm3" "$SPEC#sm3" sm3
message sm2-variant "$FIELD#sm2-sm3" "$FIELD#sha1" sha1
message rsa-specification "$SPEC#rsa-sha1" "$SPEC#sha1" sha1
message rsa-variant "$FIELD#rsa-sha1" "$FIELD#sha1" sha1
