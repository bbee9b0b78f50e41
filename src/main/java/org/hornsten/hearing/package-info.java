/** What people say about a version and how they rate it; it never decides what becomes of their words. */
package org.hornsten.hearing;
