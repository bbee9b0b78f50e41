/** What is kept of people, why and for how long; who has read it; what is erased stays erased. It shows no input. */
package org.hornsten.privacy;
