package simwright.rsp.es2;

import simwright.rsp.Fields;

/// Who calls, and by which name the call is known (SGP.22 clause 6.5.1.3): the header of every
/// request over ES2+.
public record Caller(String identifier, String call) {
  private static final String HEADER = "header";
  private static final String IDENTIFIER = "functionRequesterIdentifier";
  private static final String CALL = "functionCallIdentifier";

  static Caller read(Fields request) {
    Fields header = request.inside(HEADER);
    return new Caller(header.text(IDENTIFIER), header.text(CALL));
  }

  void write(Fields request) {
    Fields unused = request.put(HEADER, Fields.empty().put(IDENTIFIER, identifier).put(CALL, call));
  }
}
