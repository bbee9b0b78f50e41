package org.hornsten.fee;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hornsten.kit.Cell;
import org.hornsten.kit.Time;
import org.hornsten.project.Project;

/**
 * Claims as a table for a payroll program: a line for each item, as fees are taxed and costs are not. CSV as in
 * RFC 4180, UTF-8; the amount is whole cents, so that no program and no spreadsheet can take its decimal sign for
 * another. No name and no bank account: payroll knows people by the reference.
 */
final class PayrollTable {
    static final String COLUMNS =
            "batch,claim,workshop_date,payroll_reference,kind,hours,kilometres,amount_cents,currency,tax_card,note";

    private PayrollTable() {}

    /** What the next list would hold, and what it would leave out. */
    public record Waiting(int claims, Cents total, long withoutReference) {
        public boolean none() {
            return claims == 0;
        }
    }

    static Waiting waiting(Project project) {
        List<Claim> ready = ready(project).stream().filter(claim -> claim.payrollReference != null).toList();
        return new Waiting(ready.size(), ready.stream().map(claim -> claim.total).reduce(Cents.NOTHING, Cents::plus),
                Claims.withoutReference(project));
    }

    /** Approved and in no list yet. */
    static List<Claim> ready(Project project) {
        return Claim.list("""
                from Claim c join fetch c.person join fetch c.workshop
                where c.project = ?1 and c.state = 'APPROVED' and c.batch is null order by c.id""", project);
    }

    static Response file(String name, List<Claim> claims) {
        return Response.ok(of(claims), new MediaType("text", "csv", "UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"").build();
    }

    static String of(List<Claim> claims) {
        return claims.stream().flatMap(claim -> claim.items.stream().map(item -> line(claim, item)))
                .collect(Collectors.joining("", COLUMNS + "\r\n", ""));
    }

    private static String line(Claim claim, Item item) {
        boolean fee = item.isFee();
        return String.join(",", claim.batch == null ? "" : "" + claim.batch.number, Cell.of(claim.publicId),
                Time.day(claim.workshop.startsAt).toString(),
                Cell.of(claim.payrollReference == null ? "" : claim.payrollReference), item.kind().word(),
                fee && item.count() > 0 ? new Hours(item.count()).in("en") : "",
                !fee && item.count() > 0 ? "" + item.count() : "", "" + item.amount().amount(), "EUR",
                fee && claim.taxCard != null ? claim.taxCard.name().toLowerCase(Locale.ROOT) : "",
                Cell.of(item.note())) + "\r\n";
    }
}
