package dev.parlance.summary.module;

import dev.parlance.contract.event.SummaryEvent.ModuleUsage;
import dev.parlance.contract.id.Learner;
import dev.parlance.kit.offset.DerivedRead;
import dev.parlance.kit.page.DateRange;
import dev.parlance.kit.page.Page;
import dev.parlance.kit.page.PageRequest;
import dev.parlance.kit.read.LimitedRead;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/// The usage of modules, over HTTP.
@Path("/v1/modules/usage")
@Produces(MediaType.APPLICATION_JSON)
class ModuleResource {
    private static final String TENANT = Learner.DEFAULT_TENANT;

    private final ModuleDays moduleDays;

    ModuleResource(ModuleDays moduleDays) {
        this.moduleDays = moduleDays;
    }

    @GET
    @LimitedRead
    @DerivedRead
    public Page<ModuleUsage> list(
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String module,
            @RestQuery String limit,
            @RestQuery String cursor) {
        DateRange dates = DateRange.of(from, to);
        PageRequest page = PageRequest.of(limit, cursor, "module-usage", dates.from(), dates.to(), module);
        if (module != null && !Learner.isName(module)) {
            return new Page<>(List.of(), null); // no module has such a name: answered like an unknown module
        }
        return Page.of(
                moduleDays.findPage(TENANT, module, dates, page),
                page,
                last -> List.of(last.date().toString(), last.module()));
    }
}
