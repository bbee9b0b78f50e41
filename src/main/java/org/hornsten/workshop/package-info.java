/** Meetings where people work on a service together: who comes, when, where, and what was written down of it. */
package org.hornsten.workshop;
