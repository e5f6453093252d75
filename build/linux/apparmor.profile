# Ubuntu since 23.10 lets only programs with a profile make user name spaces, and Chromium's sandbox is made of them
# (electron/electron#41066). This profile gives the program its name and that right; it takes nothing away, because the
# sandbox and systemd do that. electron-builder's script installs it as /etc/apparmor.d/pravesh where AppArmor knows abi 4.0.
abi <abi/4.0>,
include <tunables/global>

profile ${executable} "/opt/${sanitizedProductName}/${executable}" flags=(unconfined) {
  userns,

  # Rules of the site.
  include if exists <local/${executable}>
}
