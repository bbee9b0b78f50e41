/** The shell every page stands in: layout, forms, language, problems; knows no domain noun. */
package org.hornsten.web;
