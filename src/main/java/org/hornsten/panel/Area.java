package org.hornsten.panel;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody has lived through. A closed list, so that no text of anybody's own tells about the person. */
@Schema(name = "ExperienceArea")
public enum Area {
    AGEING, MEMORY, CARING, CHILD_FAMILY, CHILD_PROTECTION, MENTAL_HEALTH, SUBSTANCE, DISABILITY, LONG_ILLNESS,
    REHABILITATION, LONELINESS, MONEY, MIGRATION, OTHER
}
