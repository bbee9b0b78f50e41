package org.hornsten.web;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.hornsten.guard.Expected;
import org.hornsten.kit.PublicId;
import org.hornsten.kit.Refused;

/** One sent form: what is wrong with it, in the reader's words, and what was typed, so that nothing is typed twice. */
@RequestScoped
@Named("form")
public class Form {
    private final Validator validator;
    private final TransactionManager transactions;
    private final Shell shell;
    private final Map<String, String> errors = new LinkedHashMap<>();

    Form(Validator validator, TransactionManager transactions, Shell shell) {
        this.validator = validator;
        this.transactions = transactions;
        this.shell = shell;
    }

    /** One line of the summary box: the field, empty when it is about the whole, and what to do about it. */
    public record Wrong(String field, String words) {}

    /**
     * Whether the record breaks a rule of its annotations. A message is a key ({@code round_closed} of the record's own
     * room or {@code draft:round_closed}), with the field in front when it is not the annotated one:
     * {@code reason draft:reason_missing}.
     */
    public boolean refuses(Object record) {
        List<String> order = Arrays.stream(record.getClass().getDeclaredFields()).map(Field::getName).toList();
        validator.validate(record).stream()
                .sorted(Comparator.comparing((ConstraintViolation<Object> no) -> order.indexOf(fieldOf(no))))
                .forEach(this::hear);
        return refused();
    }

    /** The first error of a field stays. The empty field is the form as a whole. */
    public Form refuse(String field, String key, Object... arguments) {
        errors.putIfAbsent(field, shell.say(key, arguments));
        return this;
    }

    public Form refuse(Refused refused) {
        return refuse(refused.field, refused.key, refused.arguments.toArray());
    }

    public boolean refused() {
        return !errors.isEmpty();
    }

    public boolean wrong(String field) {
        return errors.containsKey(field);
    }

    /** The words for a field, empty when nothing is wrong with it. */
    public String error(String field) {
        return errors.getOrDefault(field, "");
    }

    public List<Wrong> errors() {
        List<Wrong> all = new ArrayList<>();
        errors.forEach((field, words) -> all.add(new Wrong(field, words)));
        return all;
    }

    /** What was typed into the field when the form comes again, else what the page offers. */
    public String typed(String field, Object offered) {
        List<String> typed = refused() ? Typed.now().of(field) : List.of();
        if (!typed.isEmpty()) return typed.get(0);
        return offered == null ? "" : offered.toString();
    }

    /** Whether a radio or checkbox is chosen: as sent when the form comes again, else as offered (one or many). */
    public boolean chosen(String field, Object value, Object offered) {
        if (refused()) return Typed.now().of(field).contains(String.valueOf(value));
        return offered instanceof Iterable<?> many
                ? StreamSupport.stream(many.spliterator(), false).anyMatch(one -> same(one, value))
                : same(offered, value);
    }

    /** For {@code aria-describedby}: the ids of all that is said about a field; {@code most} is its limit or 0. */
    public String described(String field, String hint, int most) {
        List<String> ids = new ArrayList<>();
        if (!hint.isEmpty()) ids.add(field + "-hint");
        if (wrong(field)) ids.add(field + "-error");
        if (most > 0) ids.add(field + "-most");
        return String.join(" ", ids);
    }

    /** The id under which this form counts once however often it is sent; the same one when it comes again. */
    public String submission(String to) {
        List<String> typed = shell.path().equals(to) ? Typed.now().of(Expected.SUBMISSION) : List.of();
        return typed.isEmpty() ? PublicId.random() : typed.get(0);
    }

    /**
     * The page again with its errors, status 422, and nothing kept. Rendered at once, while the transaction can still
     * read what the page shows.
     */
    public Response again(TemplateInstance page) {
        String html = page.setLocale(shell.language()).render();
        keepNothing();
        return Response.status(422).entity(html).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }

    private void keepNothing() {
        try {
            if (transactions.getStatus() == Status.STATUS_ACTIVE) transactions.setRollbackOnly();
        } catch (SystemException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void hear(ConstraintViolation<Object> no) {
        String[] words = keyOf(no).split(" ");
        String key = words[words.length - 1];
        String field = words.length == 2 ? words[0] : fieldOf(no);
        String room = no.getRootBeanClass().getPackageName().replaceFirst(".*\\.", "");
        Object[] limits = limits(no.getConstraintDescriptor().getAttributes());
        refuse(field, key.contains(":") ? key : room + ":" + key, limits);
    }

    /** Rules written without a message of their own get the house's words for them. */
    private static String keyOf(ConstraintViolation<Object> no) {
        if (!no.getMessageTemplate().startsWith("{")) return no.getMessageTemplate();
        Class<? extends Annotation> rule = no.getConstraintDescriptor().getAnnotation().annotationType();
        return switch (rule.getSimpleName()) {
            case "NotBlank", "NotNull", "NotEmpty" -> "web:missing";
            case "Size" -> "web:too_long";
            case "Email" -> "web:mail_wrong";
            case "Min", "Max" -> "web:number_wrong";
            default -> "web:form_wrong";
        };
    }

    private static Object[] limits(Map<String, Object> attributes) {
        Object most = attributes.getOrDefault("max", attributes.get("value"));
        return most == null ? new Object[0] : new Object[] {most};
    }

    private static String fieldOf(ConstraintViolation<Object> no) {
        String last = "";
        for (Path.Node node : no.getPropertyPath()) last = node.getName() == null ? last : node.getName();
        return last;
    }

    private static boolean same(Object one, Object other) {
        return String.valueOf(one).equals(String.valueOf(other));
    }
}
