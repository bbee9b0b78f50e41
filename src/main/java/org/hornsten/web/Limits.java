package org.hornsten.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How much may be sent at once: a form or a JSON body 1 MB. A form with files may be larger, so that the page that
 * asked for the file can say beside the field that it is too big; past the server's own limit it is cut off.
 */
class Limits {
    private static final int BODY = 1024 * 1024;

    @ServerRequestFilter(preMatching = true)
    public void refuseTooMuch(ContainerRequestContext request) {
        boolean files = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
        if (!files && request.getLength() > BODY) throw new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE);
    }
}
