#!/usr/bin/env bash
# Makes the throwaway keys and certificates of the tests anew, in this folder; see README.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
rm -f ./*.p12 ./*.jks ./*.pem

valid=(-startdate "2020/01/01 00:00:00" -validity 36500)

tool() { keytool "$@" -storepass changeit; }

# The authority, its certificate, and stores that trust it.
tool -genkeypair -alias ca -dname "CN=Test Authority" -ext bc:c -keyalg EC "${valid[@]}" -keystore ca.p12
tool -exportcert -rfc -alias ca -keystore ca.p12 -file ca.pem
tool -importcert -noprompt -alias ca -file ca.pem -keystore trust.p12
tool -importcert -noprompt -alias ca -file ca.pem -keystore trust.jks -storetype JKS

# The same authority, except that its time is over.
cp ca.p12 expired-ca.p12
tool -selfcert -alias ca -startdate "2019/01/01 00:00:00" -validity 2 -keystore expired-ca.p12
tool -exportcert -rfc -alias ca -keystore expired-ca.p12 -file expired-ca.pem
tool -importcert -noprompt -alias ca -file expired-ca.pem -keystore expired-trust.p12
rm expired-ca.p12 expired-ca.pem

# store FILE NAME MORE...: a key and its certificate of the authority, for a server or client of that name.
store() {
    local file=$1.p12 name=$2
    shift 2
    cp ca.p12 "$file"
    tool -genkeypair -alias server -dname CN=registry -ext "san=$name" -signer ca "$@" -keystore "$file"
    tool -delete -alias ca -keystore "$file"
}
store broker dns:localhost,ip:127.0.0.1 -keyalg EC "${valid[@]}"
store localhost dns:localhost -keyalg EC "${valid[@]}"
store past dns:localhost -keyalg EC -startdate "2020/01/01 00:00:00" -validity 10
store wildcard 'dns:*.test.example' -keyalg EC "${valid[@]}"
store ec dns:ec -keyalg EC "${valid[@]}"
store rsa dns:rsa -keyalg RSA "${valid[@]}"
store rsa-3072 dns:other -keyalg RSA -keysize 3072 "${valid[@]}"
store ed25519 dns:ed -keyalg Ed25519 "${valid[@]}"
