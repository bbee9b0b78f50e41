package org.hornsten.identity;

/** What a person may do in the whole house; the rights in one project are its memberships. */
public enum Role { ADMINISTRATOR, LEAD, FACILITATOR, UNIT_OWNER, PARTICIPANT }
