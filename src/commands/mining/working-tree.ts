import type { PlacedMarker } from '../../model/report.ts';
import type { Session } from './session.ts';

export function findUncommitted(_session: Session): Promise<PlacedMarker[]> {
  return Promise.resolve([]);
}
