/** Who someone is, how they signed in, what they may do in the whole house; never what they may do in one project. */
package org.hornsten.identity;
