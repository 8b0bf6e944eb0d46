package simwright.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import simwright.acceptance.Measured;
import simwright.acceptance.Run;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.audit.Anchor;

/// Runs as test records in the shape that OpenHTF's JSON output has, one to a line, for the
/// stations and stores that read it: steps are phases, measurements keep their unit and limits as
/// validators. Its outcomes are fewer than ours; our own words stand in the metadata.
public final class OpenHtfReport {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private OpenHtfReport() {}

  /// The records.
  public static String of(List<Run> runs, Anchor anchor) {
    StringBuilder lines = new StringBuilder();
    runs.forEach(run -> lines.append(text(record(run, anchor))).append('\n'));
    return lines.toString();
  }

  private static ObjectNode record(Run run, Anchor anchor) {
    ObjectNode root = JSON.createObjectNode();
    root.put("dut_id", Literal.of(run.device()));
    root.put("station_id", Literal.of(run.header().bench()));
    root.put("start_time_millis", run.started().toEpochMilli());
    root.put("end_time_millis", run.ended().toEpochMilli());
    root.put("outcome", outcome(run.outcome()));
    ObjectNode details = JSON.createObjectNode();
    run.last().stream()
        .filter(step -> !step.outcome().fine())
        .flatMap(step -> step.code().stream())
        .forEach(code -> details.put("code", code.toString()));
    if (!run.reason().isEmpty()) {
      details.put("description", Literal.of(run.reason()));
    }
    root.putArray("outcome_details").add(details);
    ObjectNode code = root.putObject("code_info");
    code.put("name", Literal.of(run.plan()));
    code.put("sourcecode", run.judged().planSha256());
    ObjectNode metadata = root.putObject("metadata");
    metadata.put("test_name", Literal.of(run.plan()));
    metadata.put("simwright_run", run.id());
    metadata.put("simwright_outcome", run.outcome().key());
    metadata.put("simwright_first_outcome", run.firstOutcome().key());
    metadata.put("simwright_simulated", run.simulated());
    metadata.put("simwright_limits", Literal.of(run.judged().limitWords()));
    metadata.put("simwright_log", anchor.size() + " " + anchor.head());
    metadata.put("operator", Literal.of(run.operator()));
    var phases = root.putArray("phases");
    long start = run.started().toEpochMilli();
    run.all().forEach(step -> phase(step, start, phases.addObject()));
    root.putArray("log_records");
    return root;
  }

  private static void phase(StepRecord step, long start, ObjectNode phase) {
    long at = start + step.at().toMillis();
    phase.put("name", Literal.of(step.name()));
    phase.put("start_time_millis", at);
    phase.put("end_time_millis", at + step.took().toMillis());
    phase.put("outcome", phaseOutcome(step.outcome()));
    phase.putObject("codeinfo").put("name", step.kind());
    phase.putObject("result").put("phase_result", result(step.outcome()));
    ObjectNode measurements = phase.putObject("measurements");
    for (Measured each : step.measured()) {
      ObjectNode one = measurements.putObject(Literal.of(each.limit().name()));
      one.put("name", Literal.of(each.limit().name()));
      one.put("outcome", measured(each));
      each.value().filter(Double::isFinite).ifPresent(value -> one.put("measured_value", value));
      one.put("units", Literal.of(each.limit().unit()));
      if (each.limit().bounded()) {
        one.putArray("validators").add(validator(each.limit()));
      }
    }
    phase.putObject("attachments");
  }

  private static String validator(Limit limit) {
    String least = limit.least().map(Limit::number).orElse("");
    String most = limit.most().map(Limit::number).orElse("");
    return least.isEmpty()
        ? "x <= " + most
        : most.isEmpty() ? least + " <= x" : least + " <= x <= " + most;
  }

  private static String measured(Measured each) {
    Optional<Double> value = each.value().filter(Double::isFinite);
    return value.isEmpty() ? "UNSET" : each.outcome().fine() ? "PASS" : "FAIL";
  }

  /// A run that says nothing about its device is an error there.
  private static String outcome(Outcome outcome) {
    return switch (outcome) {
      case PASS, MARGINAL -> "PASS";
      case FAIL -> "FAIL";
      case TIMEOUT -> "TIMEOUT";
      case ABORTED, STOPPED -> "ABORTED";
      case INCONCLUSIVE, ERROR, SKIPPED, INTERRUPTED, NOT_STARTED -> "ERROR";
    };
  }

  private static String phaseOutcome(Outcome outcome) {
    return switch (outcome) {
      case PASS, MARGINAL -> "PASS";
      case FAIL -> "FAIL";
      case SKIPPED -> "SKIP";
      case TIMEOUT, ABORTED, STOPPED, INCONCLUSIVE, ERROR, INTERRUPTED, NOT_STARTED -> "ERROR";
    };
  }

  private static String result(Outcome outcome) {
    return switch (outcome) {
      case SKIPPED -> "SKIP";
      case ABORTED, STOPPED, INTERRUPTED -> "STOP";
      case PASS, MARGINAL, FAIL, TIMEOUT, INCONCLUSIVE, ERROR, NOT_STARTED -> "CONTINUE";
    };
  }

  private static String text(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
