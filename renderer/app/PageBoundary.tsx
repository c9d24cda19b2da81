import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { icons } from '../ui/icons';

type Props = { children: ReactNode };

/** A bug in one page stops that page only: the others live on. Give it the page's address as `key`. */
export class PageBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(new Error(`${error.message}\n${info.componentStack ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? (
      <PageFailed error={error} onRetry={() => this.setState({ error: null })} />
    ) : (
      this.props.children
    );
  }
}

function PageFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <EmptyState
      isPage
      icon={<icons.alert />}
      title={t('pageFailed.title')}
      action={
        <Button variant="primary" onPress={onRetry}>
          {t('pageFailed.retry')}
        </Button>
      }
    >
      {t('pageFailed.sentence', { message: error.message })}
    </EmptyState>
  );
}
