export type { Comment, Marker, MarkerKind } from './model/marker.ts';
export { findComments, type CommentOptions } from './markers/comments.ts';
export { findMarkers, type MarkerOptions } from './markers/find-markers.ts';
