package org.hornsten.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hornsten.kit.MailAddress;

/** To the mail server the operator has named. */
@ApplicationScoped
class Smtp implements Wire {
    /** RFC 4954: the server does not let us in, which no receiver is to blame for. */
    private static final List<Integer> NOT_LET_IN = List.of(421, 454, 530, 534, 535, 538);

    private final ReactiveMailer mailer;
    private final Duration wait;
    private final Optional<String> back;

    /** @param back where it is to come back to; else to the sender's address */
    Smtp(ReactiveMailer mailer, @ConfigProperty(name = "hornsten.mail.wait", defaultValue = "10S") Duration wait,
         @ConfigProperty(name = "hornsten.mail.bounces.address") Optional<String> back) {
        this.mailer = mailer;
        this.wait = wait;
        this.back = back.filter(address -> !address.isBlank());
    }

    @Override
    public void send(Envelope envelope) throws Returned {
        Mail mail;
        try {
            mail = mail(envelope);
        } catch (IllegalArgumentException noAddress) {
            throw new Returned(Reason.ADDRESS);
        }
        try {
            mailer.send(mail).await().atMost(wait);
        } catch (RuntimeException problem) {
            throw new Returned(reason(problem instanceof CompletionException ? problem.getCause() : problem), problem);
        }
    }

    private Mail mail(Envelope envelope) {
        if (!MailAddress.possible(envelope.to())) throw new IllegalArgumentException();
        Mail mail = Mail.withHtml(envelope.to(), envelope.subject(), envelope.html()).setText(envelope.text())
                .setFrom(envelope.from()).addHeader("Message-ID", envelope.messageId())
                .addHeader("Auto-Submitted", "auto-generated").addHeader("Content-Language", envelope.language());
        back.ifPresent(mail::setBounceAddress);
        envelope.replyTo().ifPresent(mail::setReplyTo);
        envelope.calendar().ifPresent(calendar -> mail.addAttachment("calendar.ics",
                calendar.getBytes(StandardCharsets.UTF_8), "text/calendar; charset=UTF-8; method=" + method(calendar)));
        return mail;
    }

    /** RFC 6047, 2.4: the same as within, or programs throw it away. */
    private static String method(String calendar) {
        return calendar.lines().filter(line -> line.startsWith("METHOD:")).findFirst().orElse("METHOD:PUBLISH")
                .substring("METHOD:".length()).strip();
    }

    static Reason reason(Throwable problem) {
        if (problem instanceof SMTPException no) return NOT_LET_IN.contains(no.getReplyCode()) ? Reason.AWAY
                : no.isPermanent() ? Reason.REFUSED : Reason.LATER;
        if (problem instanceof TimeoutException) return Reason.CUT;
        for (Throwable cause = problem; cause != null; cause = cause.getCause())
            if (cause instanceof ConnectException || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException || cause instanceof UnresolvedAddressException)
                return Reason.AWAY;
        return Reason.CUT;
    }
}
