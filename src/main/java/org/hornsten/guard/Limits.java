package org.hornsten.guard;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hornsten.identity.Me;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How much may be sent at once: a form or a JSON body 1 MB. A form with files may be larger, so that the page that
 * asked for the file can say beside the field that it is too big; past the server's own limit it is cut off.
 */
class Limits {
    private static final int BODY = 1024 * 1024;
    /** What a table of ten thousand people may weigh; only doors called import take one. */
    private static final int TABLE_BODY = 4 * BODY;
    private static final MediaType TABLE = new MediaType("text", "csv");
    /** Other spellings of an address: no link of ours has them, and a guard might read them differently. */
    private static final Pattern MADE_UP = Pattern.compile("//|;|/\\.{1,2}(/|$)");

    private final Me me;

    Limits(Me me) {
        this.me = me;
    }

    @ServerRequestFilter(preMatching = true)
    public void refuseTooMuch(ContainerRequestContext request, HttpServerRequest sent) {
        // asked by browsers on behalf of other sites only, and none of them may speak to us
        if (request.getMethod().equals("OPTIONS")) throw new WebApplicationException(Status.METHOD_NOT_ALLOWED);
        if (MADE_UP.matcher(sent.path()).find()) throw new NotFoundException();
        Optional<MediaType> type = type(request);
        boolean files = type.filter(MediaType.MULTIPART_FORM_DATA_TYPE::isCompatible).isPresent();
        boolean json = type.filter(MediaType.APPLICATION_JSON_TYPE::isCompatible).isPresent();
        // words of another kind would be made into an answer's record by guessing
        boolean table = TABLE.isCompatible(type.orElse(MediaType.APPLICATION_JSON_TYPE))
                && sent.path().endsWith("/import");
        if (me.api() && request.getLength() > 0 && !json && !files && !table)
            throw new WebApplicationException(Status.UNSUPPORTED_MEDIA_TYPE);
        boolean unmeasured = request.getHeaderString("Transfer-Encoding") != null;
        if (!files && unmeasured) throw new WebApplicationException(Status.LENGTH_REQUIRED);
        if (!files && request.getLength() > (table ? TABLE_BODY : BODY))
            throw new WebApplicationException(Status.REQUEST_ENTITY_TOO_LARGE);
    }

    private static Optional<MediaType> type(ContainerRequestContext request) {
        try {
            return Optional.ofNullable(request.getMediaType());
        } catch (IllegalArgumentException unreadable) {
            throw new WebApplicationException(Status.UNSUPPORTED_MEDIA_TYPE);
        }
    }
}
