import styles from './passport.css';

/** Added as a constructed sheet, since the page's policy allows no style in markup. */
export function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
