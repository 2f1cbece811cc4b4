// Colours: for the component, and for offline copies without it.

/** The palette, by theme; tests hold its contrasts. */
export const light = `
  --vav-bg:#fbfaf7; --vav-panel:#ffffff; --vav-ink:#1d1c1a; --vav-soft:#6b675f; --vav-line:#e6e2da;
  --vav-tint:#f3f0ea; --vav-hit:#ffe08a; --vav-focus:#1d1c1a;
  --vav-s1:#2f6db3; --vav-s2:#c4572f; --vav-s3:#0f4a3d; --vav-s4:#551a80;
  --vav-s5:#6a561a; --vav-s6:#a34f82; --vav-s7:#3795c9; --vav-s8:#7d9068; --vav-sother:#8a857c;`;
export const dark = `
  --vav-bg:#151412; --vav-panel:#1b1a18; --vav-ink:#ebe7df; --vav-soft:#a09a90; --vav-line:#302d29;
  --vav-tint:#24221f; --vav-hit:#6b5400; --vav-focus:#ebe7df;
  --vav-s1:#6fa8e8; --vav-s2:#e8875f; --vav-s3:#86ecbc; --vav-s4:#9a68c8;
  --vav-s5:#e6c552; --vav-s6:#c85b80; --vav-s7:#a9c3c6; --vav-s8:#568a2c; --vav-sother:#7c766c;`;
export const slots = Array.from({ length: 8 }, (_, i) => `[data-slot="${i + 1}"]{--c:var(--vav-s${i + 1})}`).join('');
