/** How people rate a version, and what may be shown of it; it never tells who gave which score. */
package org.hornsten.rating;
