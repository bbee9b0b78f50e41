package org.hornsten.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What is alike for many operations of the API's description is put in here by rule, while the program is built. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiRules implements OASFilter {
    private static final Map<String, String> PROBLEMS = Map.of("400", "Unreadable", "401", "SignInNeeded",
            "404", "NothingHere", "409", "Conflict", "412", "EditedMeanwhile", "413", "TooBig", "422", "Refused",
            "429", "TooMany");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String JSON = "application/json";

    private final ObjectMapper json = new ObjectMapper();

    /** The words of closed vocabularies are lower case in the API. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getEnumeration() != null) schema.setEnumeration(schema.getEnumeration().stream()
                .map(word -> (Object) word.toString().toLowerCase(Locale.ROOT)).collect(Collectors.toList()));
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> {
            boolean editions = item.getOperations().values().stream().anyMatch(ApiRules::knowsEditions);
            item.getOperations().values().forEach(operation -> {
                operation.setOperationId(operation.getOperationId().replace("Api_", "_"));
                open(operation);
                problems(path, operation);
                headers(operation, editions);
                example(operation);
                files(operation);
                lists(operation, api.getComponents());
                operation.setParameters(parameters(operation).stream()
                        .map(parameter -> shared(parameter, api.getComponents())).collect(Collectors.toList()));
            });
        });
        // What lists are made of had names of Java; nobody points there any more.
        api.getComponents().getSchemas().keySet().stream().filter(ApiRules::isList).toList()
                .forEach(api.getComponents()::removeSchema);
    }

    /** Whoever need not sign in may do it nevertheless, and sees more. */
    private static void open(Operation operation) {
        if (operation.getSecurity() != null) operation.setSecurity(List.of(OASFactory.createSecurityRequirement(),
                OASFactory.createSecurityRequirement().addScheme("bearer")));
    }

    private static void problems(String path, Operation operation) {
        Set<String> wanted = new TreeSet<>(Set.of("400", "401"));
        boolean body = operation.getRequestBody() != null;
        if (body) wanted.addAll(Set.of("413", "422"));
        if (body || path.contains("{") || has(operation, "about")) wanted.add("404");
        if (has(operation, "Idempotency-Key")) wanted.add("409");
        if (has(operation, "If-Match")) wanted.addAll(Set.of("409", "412"));
        if (operation.getSecurity() != null) wanted.add("429");
        wanted.forEach(status -> {
            if (!operation.getResponses().hasAPIResponse(status)) operation.getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEMS.get(status)));
        });
    }

    private static void headers(Operation operation, boolean editions) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        Optional.ofNullable(answers.get("201")).ifPresent(made -> header(made, "Location"));
        if (editions) Optional.ofNullable(answers.get("200")).ifPresent(shown -> header(shown, "ETag"));
    }

    private static void header(APIResponse answer, String name) {
        answer.addHeader(name, OASFactory.createHeader().ref(name));
    }

    private void example(Operation operation) {
        String file = "/openapi/examples/" + operation.getOperationId() + ".json";
        try (InputStream in = ApiRules.class.getResourceAsStream(file)) {
            if (in != null) operation.getRequestBody().getContent().getMediaType(JSON)
                    .setExample(json.readValue(in, Object.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    /** Files are taken by any name; here the part is called file. */
    private static void files(Operation operation) {
        Optional.ofNullable(operation.getRequestBody())
                .map(body -> body.getContent().getMediaType("multipart/form-data")).map(MediaType::getSchema)
                .ifPresent(form -> {
                    form.addProperty("file", form.getProperties().get("*"));
                    form.removeProperty("*");
                });
    }

    /** A list of projects is called ProjectList, whatever record of ours it is made with. */
    private static void lists(Operation operation, Components components) {
        operation.getResponses().getAPIResponses().values().stream().filter(answer -> answer.getContent() != null)
                .map(answer -> answer.getContent().getMediaType(JSON)).filter(content -> content != null)
                .forEach(content -> list(content, components));
    }

    private static void list(MediaType content, Components components) {
        String name = Optional.ofNullable(content.getSchema()).map(Schema::getRef).orElse("").replace(SCHEMAS, "");
        if (!isList(name)) return;
        Schema list = components.getSchemas().get(name);
        String wanted = list.getProperties().get("items").getItems().getRef().replace(SCHEMAS, "") + "List";
        list.getProperties().get("next").addType(Schema.SchemaType.NULL);
        components.addSchema(wanted, list);
        content.setSchema(OASFactory.createSchema().ref(wanted));
    }

    private static boolean isList(String schema) {
        return schema.startsWith("Listed");
    }

    /** What means the same everywhere is said once. */
    private static Parameter shared(Parameter parameter, Components components) {
        return components.getParameters().containsKey(parameter.getName())
                ? OASFactory.createParameter().ref(parameter.getName()) : parameter;
    }

    private static boolean knowsEditions(Operation operation) {
        return has(operation, "If-Match") || has(operation, "If-None-Match");
    }

    private static boolean has(Operation operation, String parameter) {
        return parameters(operation).stream().anyMatch(each -> parameter.equals(each.getName()));
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }
}
