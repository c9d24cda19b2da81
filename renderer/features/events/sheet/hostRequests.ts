import type { HostRequest, HostRequestStatus } from '@shared/domain/plannedEvent';
import type { Day } from '@shared/domain/time';

export function withRequestStatus(request: HostRequest, status: HostRequestStatus, today: Day): HostRequest {
  if (status === request.status) return request;
  return { ...request, status, changedOn: status === 'toAsk' ? null : today };
}

/** After the letter has left: what was to ask is asked, what was asked is reminded; the rest stands. */
export function afterLetter(requests: readonly HostRequest[], today: Day): HostRequest[] {
  return requests.map((request) => {
    if (request.status === 'toAsk') return withRequestStatus(request, 'asked', today);
    if (request.status === 'asked') return withRequestStatus(request, 'reminded', today);
    return request.status === 'reminded' ? { ...request, changedOn: today } : request;
  });
}
