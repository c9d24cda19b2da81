import type { Paper } from '@shared/report/rosterDocuments';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { usePaperMaker } from './paperMaker';
import styles from './Papers.module.css';

/** An A4 page, in CSS pixels. */
const pageWidth = 794;

/** One document as it prints, and the way to the one before and after it. */
export function PaperPreview({
  papers,
  at,
  onAt,
}: {
  papers: readonly Paper[];
  at: number;
  onAt: (at: number) => void;
}) {
  const { t } = useTranslation('papers');
  const maker = usePaperMaker();
  const host = useRef<HTMLDivElement>(null);
  const [pageCount, setPageCount] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const paper = papers[at];
  useEffect(() => {
    if (!paper) return;
    let isCurrent = true;
    maker.pagesOf(paper.document).then(
      (pages) => {
        const place = host.current;
        if (!isCurrent || !place) return;
        place.style.setProperty('zoom', String((place.parentElement?.clientWidth ?? pageWidth) / pageWidth));
        maker.show(place, paper.document, pages);
        setPageCount(pages.length);
      },
      (error: unknown) => isCurrent && setFailure(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [maker, paper]);
  if (failure) throw failure;
  if (!paper) return null;
  const name = `${paper.document.kindLabel}, ${paper.name}`;
  return (
    <section className={styles.preview} aria-label={t('preview', { name })}>
      <div className={styles.previewHead}>
        <IconButton
          label={t('previous')}
          icon={<icons.previous />}
          isDisabled={at === 0}
          onPress={() => onAt(at - 1)}
        />
        <span className={styles.place}>{t('place', { at: at + 1, all: papers.length })}</span>
        <IconButton
          label={t('next')}
          icon={<icons.next />}
          isDisabled={at >= papers.length - 1}
          onPress={() => onAt(at + 1)}
        />
        <b dir="auto">{name}</b>
        <span>{t('pages', { count: pageCount })}</span>
      </div>
      {/* Scrolled by keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroller} tabIndex={0} role="group" aria-label={name} data-pages={pageCount}>
        <div ref={host} className={styles.sheets} />
      </div>
    </section>
  );
}
