// In place of app/app.js in an offline copy, which is none.

export const beApp = () => {};
