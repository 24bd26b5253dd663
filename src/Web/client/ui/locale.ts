/** The reader's own form of the page's language (British readers of an English page), else the page's language. */
export function pageLocales(): string[] {
  const page = document.documentElement.lang;
  const language = page.split('-')[0];
  const own = navigator.languages.filter(tag => page === '' || tag.split('-')[0] === language);
  try {
    return Intl.getCanonicalLocales([...own, ...(page === '' ? [] : [page])]);
  } catch {
    return [];
  }
}
