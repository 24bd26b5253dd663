/**
 * `<time datetime="2026-11-25T09:00:00Z" data-local>` in the reader's own time zone and the page's language; what the server wrote
 * stays as the title. A time without a zone, or a day alone, means what it says and is left as it is.
 */
import { pageLocales } from '../ui/locale.ts';

const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

export function showLocalTimes(root: ParentNode = document): void {
  const format = new Intl.DateTimeFormat(pageLocales(), { dateStyle: 'medium', timeStyle: 'short' });
  for (const element of root.querySelectorAll<HTMLTimeElement>('time[datetime][data-local]')) {
    const written = element.dateTime;
    const instant = withZone.test(written) ? new Date(written) : undefined;
    if (instant === undefined || Number.isNaN(instant.getTime())) {
      continue;
    }
    element.title ||= element.textContent?.trim() ?? '';
    element.textContent = format.format(instant);
  }
}
