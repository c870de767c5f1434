package org.crossfoot.job.step;

/** Is told how far the work has come; may be called by several threads. */
public interface Progress {

    Progress NONE = new Progress() {
        @Override
        public void begin(String task, long steps) {
        }

        @Override
        public void step() {
        }
    };

    void begin(String task, long steps);

    void step();
}
