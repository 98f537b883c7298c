package backstep.benchmark.gpu;

/**
 * Kernels that do nothing but what sets a ceiling: one copies, the others multiply and add. In PTX, of the version and for the
 * devices of the engine's own kernels.
 */
final class CeilingKernels {

    /** Copies 16 bytes at a time: (address from, address to, integer count of these). */
    static final String COPY = "copy";

    /** How many fused multiply-adds a thread does a round. */
    static final int A_ROUND = 128;

    private static final int CHAINS = 8;

    private static final String HEADER = """
            .version 6.0
            .target sm_50
            .address_size 64
            """;

    private static final String COPY_TEXT = """
            .visible .entry copy(.param .u64 from, .param .u64 to, .param .u32 count)
            {
              .reg .pred %p;
              .reg .b32 %i, %n, %block, %thread, %step;
              .reg .b64 %from, %to, %offset, %source, %target;
              .reg .f32 %v<4>;
              ld.param.u64 %from, [from];
              ld.param.u64 %to, [to];
              ld.param.u32 %n, [count];
              mov.u32 %block, %ntid.x;
              mov.u32 %thread, %tid.x;
              mov.u32 %i, %ctaid.x;
              mad.lo.u32 %i, %i, %block, %thread;
              mov.u32 %step, %nctaid.x;
              mul.lo.u32 %step, %step, %block;
            next:
              setp.ge.u32 %p, %i, %n;
              @%p bra done;
              mul.wide.u32 %offset, %i, 16;
              add.u64 %source, %from, %offset;
              add.u64 %target, %to, %offset;
              ld.global.v4.f32 {%v0, %v1, %v2, %v3}, [%source];
              st.global.v4.f32 [%target], {%v0, %v1, %v2, %v3};
              add.u32 %i, %i, %step;
              bra next;
            done:
              ret;
            }
            """;

    /** The chains end in a sum that is never −1, so that nothing is written, and nothing left out. */
    private static final String FMA_TEXT = """
            .visible .entry fma_TYPE(.param .u64 to, .param .u32 rounds)
            {
              .reg .pred %p;
              .reg .b32 %round, %rounds, %thread;
              .reg .b64 %to;
              .reg .TYPE %factor, %term, %v<8>;
              ld.param.u64 %to, [to];
              ld.param.u32 %rounds, [rounds];
              mov.u32 %thread, %tid.x;
              cvt.rn.TYPE.u32 %factor, %rounds;
              rcp.rn.TYPE %factor, %factor;
              mov.TYPE %term, %factor;
            START\
              mov.u32 %round, 0;
            next:
              setp.ge.u32 %p, %round, %rounds;
              @%p bra done;
            BODY\
              add.u32 %round, %round, 1;
              bra next;
            done:
            SUM\
              cvt.rn.TYPE.s32 %term, -1;
              setp.eq.TYPE %p, %v0, %term;
              @%p st.global.TYPE [%to], %v0;
              ret;
            }
            """;

    private CeilingKernels() {}

    /** {@return the text of all of them} */
    static String ptx() {
        return HEADER + COPY_TEXT + multiplyAdds("f32") + multiplyAdds("f64");
    }

    /** {@return the name of the kernel that multiplies and adds in a type, f32 or f64: (address, integer rounds)} */
    static String fma(String type) {
        return "fma_" + type;
    }

    private static String multiplyAdds(String type) {
        StringBuilder start = new StringBuilder();
        StringBuilder round = new StringBuilder();
        StringBuilder sum = new StringBuilder();
        for (int chain = 0; chain < CHAINS; chain++) {
            start.append("  add.u32 %thread, %thread, 1;\n");
            start.append("  cvt.rn.TYPE.u32 %v").append(chain).append(", %thread;\n");
            round.append("  fma.rn.TYPE %vC, %vC, %factor, %term;\n".replace("C", String.valueOf(chain)));
            sum.append(chain == 0 ? "" : "  add.TYPE %v0, %v0, %v" + chain + ";\n");
        }
        return FMA_TEXT.replace("START", start)
                .replace("BODY", round.toString().repeat(A_ROUND / CHAINS))
                .replace("SUM", sum)
                .replace("TYPE", type);
    }
}
