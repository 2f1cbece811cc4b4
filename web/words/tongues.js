// The languages that the page speaks: words of all but English are loaded when one is spoken (language.js).

export const tongues = ['en', 'de', 'fr', 'es', 'zh', 'ja', 'ar'];

/** Each names itself. @param {string} tag */
export const tongueName = tag => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
