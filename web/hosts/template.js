// The page that becomes an offline copy when a transcript is put into it. (A copy is made of its own: offline/template.js.)

/** @returns {Promise<string>} */
export async function template() {
  const response = await fetch(new URL('./offline.html', import.meta.url).href, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${response.status} for offline.html`);
  return response.text();
}
