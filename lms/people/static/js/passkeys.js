// Passkeys need scripts and a browser that knows them: what they can do is hidden until here.
if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("[data-passkeys]")) form.hidden = false;
}

// allauth reports a failed or cancelled key as an event; say it where the button is.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const error of document.querySelectorAll("[data-passkey-error]")) error.hidden = false;
});
