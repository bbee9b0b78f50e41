/** When a workshop is: entries for calendars, the personal feed, e-mails that tell of changes, reminders. */
package org.hornsten.calendar;
