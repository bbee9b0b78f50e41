/** A meeting where people work on a service together: its plan, its programme, its seats and who has one. */
package org.hornsten.workshop;
