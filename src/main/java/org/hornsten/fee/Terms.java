package org.hornsten.fee;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hornsten.identity.PersonKind;
import org.hornsten.kit.Refused;
import org.hornsten.kit.Time;
import org.hornsten.workshop.Workshop;

/** What is agreed for one person at one workshop: the rules of its day for those of the person's kind. */
public record Terms(Map<Task, FeeRule> rules, Hours attended) {

    static Terms of(Workshop workshop, PersonKind kind) {
        return of(FeeRule.of(workshop.project), Time.day(workshop.startsAt), kind,
                Hours.of(Duration.between(workshop.startsAt, workshop.endsAt)));
    }

    /** @param rules the newest first */
    static Terms of(List<FeeRule> rules, LocalDate day, PersonKind kind, Hours attended) {
        Map<Task, FeeRule> now = new EnumMap<>(Task.class);
        rules.stream().filter(rule -> !rule.validFrom.isAfter(day) && rule.kindSet().contains(kind))
                .forEach(rule -> now.putIfAbsent(rule.task, rule));
        now.values().removeIf(rule -> rule.cents.nothing());
        return new Terms(now, attended);
    }

    public Optional<FeeRule> rule(Task task) {
        return Optional.ofNullable(rules.get(task));
    }

    /** The work that a fee is agreed for. */
    public List<FeeRule> fees() {
        return Task.works().stream().flatMap(task -> rule(task).stream()).toList();
    }

    public List<FeeRule> all() {
        return List.copyOf(rules.values());
    }

    public Optional<FeeRule> kilometre() {
        return rule(Task.KILOMETRE);
    }

    public boolean byHour() {
        return fees().stream().anyMatch(rule -> rule.per == FeeRule.Per.HOUR);
    }

    /** What a rule gives for the time of the workshop. */
    public Cents fee(FeeRule rule) {
        return rule.per == FeeRule.Per.HOUR ? attended.at(rule.cents) : rule.cents;
    }

    /**
     * @param hours of no matter where the fee is for the occasion
     * @throws Refused for work nothing is agreed for, and for another time than the workshop's without a reason
     */
    Item fee(Task task, Hours hours, String why) {
        FeeRule rule = rule(task).filter(one -> task.work).orElseThrow(() -> new Refused("fee", "fee:fee_missing"));
        if (rule.per == FeeRule.Per.OCCASION) return new Item(Item.Kind.FEE, rule.cents, "", task, 0);
        if (!hours.equals(attended) && why.isBlank()) throw new Refused("why", "fee:why_missing");
        return new Item(Item.Kind.FEE, hours.at(rule.cents), hours.equals(attended) ? "" : why.strip(), task,
                hours.halves());
    }

    /** @throws Refused where no price for a kilometre is agreed, and for too many */
    Item journey(int kilometres) {
        FeeRule rule = rule(Task.KILOMETRE).orElseThrow(() -> new Refused("kilometres", "fee:kilometres_unagreed"));
        if (kilometres < 1 || kilometres > Item.MOST_KILOMETRES)
            throw new Refused("kilometres", "fee:kilometres_wrong", Item.MOST_KILOMETRES);
        return new Item(Item.Kind.TRAVEL_KM, rule.cents.times(kilometres), "", null, kilometres);
    }

    /** How much is paid for a meal at most. */
    public Cents mostForMeal() {
        return rule(Task.MEAL).map(rule -> rule.cents).orElse(Item.Kind.MEAL.most);
    }

    /** What a program claims: more than agreed only with a reason. */
    void check(Item item) {
        Cents agreed = fees().stream().map(this::fee).max(Cents::compareTo).orElse(Item.Kind.FEE.most);
        if (item.isFee() && item.amount().compareTo(agreed) > 0 && item.note().isBlank())
            throw new Refused("items", "fee:above_agreed", agreed);
        if (item.kind() == Item.Kind.MEAL && item.amount().compareTo(mostForMeal()) > 0)
            throw new Refused("items", "fee:meal_much", mostForMeal());
    }
}
