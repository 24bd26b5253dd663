/** `<button hidden data-copy="text">` or `data-copy-from="#id"`: puts a text on the clipboard and says so. */
const saidFor = 2000;

export function bindCopy(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy], button[data-copy-from]')) {
    button.hidden = navigator.clipboard === undefined;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const label = button.textContent;
  let said = 'Copied';
  try {
    await navigator.clipboard.writeText(textOf(button));
  } catch {
    said = 'Could not copy';
  }
  button.textContent = said;
  button.disabled = true;
  setTimeout(() => {
    button.textContent = label;
    button.disabled = false;
  }, saidFor);
}

function textOf(button: HTMLButtonElement): string {
  const source = button.dataset['copyFrom'] === undefined ? null : document.querySelector(button.dataset['copyFrom']);
  if (source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement) {
    return source.value;
  }
  return source?.textContent?.trim() ?? button.dataset['copy'] ?? '';
}
