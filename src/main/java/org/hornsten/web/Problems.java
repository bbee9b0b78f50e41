package org.hornsten.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hornsten.guard.Forgery;
import org.hornsten.identity.Me;
import org.hornsten.identity.ProviderAway;
import org.hornsten.identity.SecondFactorNeeded;
import org.hornsten.kit.Missing;
import org.hornsten.kit.Paused;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;
import org.hornsten.kit.SignInNeeded;
import org.hornsten.kit.Stale;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** What each thing that can go wrong is answered with. */
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int RETRY_SECONDS = 10;
    /** Enough for an operator to find the line in the log of a week. */
    private static final int ID = 10;

    private final Problem problem;
    private final Shell shell;
    private final Me me;

    Problems(Problem problem, Shell shell, Me me) {
        this.problem = problem;
        this.shell = shell;
        this.me = me;
    }

    @ServerExceptionMapper
    Response refused(Refused no) {
        String words = shell.say(no.key, no.arguments.toArray());
        return problem.tellKeeping(422, words, no.each().stream()
                .map(one -> new Problem.Wrong(one.field, shell.say(one.key, one.arguments.toArray()))).toList());
    }

    @ServerExceptionMapper
    Response missing(Missing nothing) {
        return problem.tell(404);
    }

    @ServerExceptionMapper
    Response notFound(NotFoundException nothing) {
        return problem.tell(404);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException no) {
        // no right and no such thing are told in the same words
        return problem.tell(404);
    }

    @ServerExceptionMapper
    Response stale(Stale late) {
        return problem.tellKeeping(409, shell.say(late.key), List.of());
    }

    @ServerExceptionMapper
    Response paused(Paused pause) {
        return Response.fromResponse(problem.tell(429)).header("Retry-After", pause.seconds).build();
    }

    @ServerExceptionMapper({SignInNeeded.class, UnauthorizedException.class, AuthenticationFailedException.class})
    Response signIn(RuntimeException nobody) {
        return !me.api() && shell.reads() ? Response.seeOther(shell.signIn()).build() : problem.tellKeeping(401);
    }

    @ServerExceptionMapper
    Response factorMissing(SecondFactorNeeded more) {
        return problem.tell(403, shell.say("web:second_factor_needed"), List.of());
    }

    @ServerExceptionMapper
    Response providerAway(ProviderAway away) {
        LOG.warn("Answered 503, the identity provider is away");
        return Response.fromResponse(problem.tell(503, shell.say("web:provider_away"), List.of()))
                .header("Retry-After", RETRY_SECONDS).build();
    }

    @ServerExceptionMapper
    Response forged(Forgery.Forged form) {
        return form.ours ? problem.tellKeeping(403) : problem.tell(403);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException json) {
        return unreadable(json);
    }

    @ServerExceptionMapper({StreamReadException.class, StreamConstraintsException.class})
    Response unreadableJson(JsonProcessingException json) {
        return unreadable(json);
    }

    @ServerExceptionMapper
    Response refusedByFramework(WebApplicationException no) {
        if (no.getCause() instanceof JsonProcessingException json) return unreadable(json);
        int status = no.getResponse().getStatus();
        if (status < 400) return no.getResponse();
        if (status >= 500) return unexpected(no);
        Response told = problem.tell(status);
        String wait = no.getResponse().getHeaderString("Retry-After");
        return wait == null ? told : Response.fromResponse(told).header("Retry-After", wait).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable cause) {
        if (Outage.isBehind(cause)) return away(cause);
        if (brokeOff(cause)) return problem.tell(400);
        String id = PublicId.random().substring(0, ID);
        LOG.errorf(cause, "Answered 500, error %s", id);
        return problem.tellFailure(id);
    }

    /** A form that ends too soon, is written wrongly, or whose sender went away: thrown while it was read. */
    private static boolean brokeOff(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .anyMatch(step -> step.getClassName().equals(FormBodyHandler.class.getName()));
    }

    private static String named(JsonMappingException.Reference step) {
        return step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
    }

    private Response away(Throwable cause) {
        LOG.warnf("Answered 503, the database is away: %s", Outage.name(cause));
        shell.withoutReader();
        return Response.fromResponse(problem.tellKeeping(503)).header("Retry-After", RETRY_SECONDS).build();
    }

    /** Names the field by its path in the body, never by what was in it. */
    private Response unreadable(JsonProcessingException json) {
        String field = json instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(Problems::named).collect(Collectors.joining("."))
                : "";
        String words = shell.say("web:json_wrong");
        return problem.tell(400, words, List.of(new Problem.Wrong(field, words)));
    }
}
