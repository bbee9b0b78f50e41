package org.hornsten.notice;

import java.time.Duration;

/**
 * A row of the outbox in one worker's hands, for as long as its lease lasts.
 *
 * @param fence  drawn when it was taken: whoever took it later has a greater one, and only the greatest completes
 * @param tries  with this one
 * @param faults how often it could not be read, or its holder was never heard of again
 * @param age    since it was posted
 */
record Parcel(long id, long fence, int tries, int faults, Duration age) {}
