/**
 * `<span class="badge" data-live-url="/needs/…/state" data-state="queued">In the queue</span>`: asks now and then, only
 * while the page is looked at. The answer is `{"state","text","final"?}`; `final` ends the asking, so does a 4xx.
 */

/** Seconds between two questions: the default, the least a page may ask for, and the most after failures. */
const usual = 20;
const least = 5;
const most = 300;

export function watchStates(): void {
  for (const badge of document.querySelectorAll<HTMLElement>('[data-live-url]')) {
    watch(badge);
  }
}

function watch(badge: HTMLElement): void {
  const address = new URL(badge.dataset['liveUrl'] ?? '', location.href);
  if (address.origin !== location.origin) {
    return;
  }
  if (!badge.hasAttribute('role') && !badge.hasAttribute('aria-live')) {
    badge.setAttribute('aria-live', 'polite');
  }
  const asked = Number(badge.dataset['liveSeconds'] ?? usual);
  const every = Math.max(least, Number.isFinite(asked) ? asked : usual);
  let pause = every;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const wait = (): void => {
    clearTimeout(timer);
    if (!over && document.visibilityState === 'visible') {
      timer = setTimeout(() => void look(), pause * 1000);
    }
  };
  const look = async (): Promise<void> => {
    const seen = await ask(address);
    over = seen === 'over' || (typeof seen === 'object' && seen.final === true);
    pause = seen === 'later' ? Math.min(most, pause * 2) : every;
    if (typeof seen === 'object') {
      show(badge, seen);
    }
    wait();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && !over) {
      clearTimeout(timer);
      void look();
    } else {
      clearTimeout(timer);
    }
  });
  wait();
}

interface Seen {
  state: string;
  text: string;
  final?: boolean;
}

async function ask(address: URL): Promise<Seen | 'same' | 'later' | 'over'> {
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' }, credentials: 'same-origin', redirect: 'manual' });
    if (response.type === 'opaqueredirect' || (response.status >= 400 && response.status < 500 && response.status !== 429)) {
      return 'over';
    }
    if (response.status === 204) {
      return 'same';
    }
    const seen = response.ok ? await response.json() as Partial<Seen> : {};
    return typeof seen.state === 'string' && typeof seen.text === 'string' ? seen as Seen : 'later';
  } catch {
    return 'later';
  }
}

/** Unchanged text is not written again, or a screen reader would say it again. */
function show(badge: HTMLElement, { state, text }: Seen): void {
  badge.dataset['state'] = state;
  if (badge.textContent !== text) {
    badge.textContent = text;
  }
}
