// Runs kernels on one thread of the CPU: the blocks of a grid one after the other, the threads of a block in turns, each with a
// stack of its own, from one __syncthreads to the next.
#include "emulator.h"

#include <setjmp.h>
#include <ucontext.h>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

Triple threadIdx, blockIdx, blockDim, gridDim;

namespace {

using emulator::Kernel;

// Limits of every device.
const unsigned MOST_THREADS = 1024;
const unsigned MOST_BLOCKS = 65535;

const size_t STACK = 64 * 1024;

std::map<std::string, Kernel> &kernels() {
    static std::map<std::string, Kernel> all;
    return all;
}

const Kernel *running;
void **given;

jmp_buf scheduler;

// A thread of a block. It is begun once and lives on: whenever it has run a kernel to its end it waits for the next.
class Thread {
  public:
    bool waiting = false;

    // Goes on until the thread waits, or has finished.
    void resume(Triple index) {
        threadIdx = index;
        if (_setjmp(scheduler) == 0) {
            current = this;
            stack ? _longjmp(here, 1) : begin();
        }
    }

    // Goes back to the scheduler, until the thread is resumed.
    static void pause(bool waiting) {
        Thread *self = current;
        self->waiting = waiting;
        if (_setjmp(self->here) == 0) {
            _longjmp(scheduler, 1);
        }
    }

  private:
    static Thread *current;

    std::unique_ptr<char[]> stack;
    jmp_buf here;

    static void live() {
        while (true) {
            running->run(given);
            pause(false);
        }
    }

    void begin() {
        stack.reset(new char[STACK]);
        ucontext_t context;
        getcontext(&context);
        context.uc_stack.ss_sp = stack.get();
        context.uc_stack.ss_size = STACK;
        makecontext(&context, live, 0);
        setcontext(&context);
    }
};

Thread *Thread::current;

Thread threads[MOST_THREADS];

// Gives every thread of the block its turn, until all have finished; whether none finished while others waited.
bool runBlock() {
    unsigned count = blockDim.x * blockDim.y;
    unsigned waiting = count;
    for (bool first = true; first || waiting > 0; first = false) {
        waiting = 0;
        for (unsigned k = 0; k < count; k++) {
            threads[k].resume({k % blockDim.x, k / blockDim.x, 0});
            waiting += threads[k].waiting;
        }
        if (waiting > 0 && waiting < count) {
            return false;
        }
    }
    return true;
}

std::string refusal(const Kernel &kernel) {
    if (blockDim.x == 0 || blockDim.y == 0 || blockDim.x * blockDim.y > MOST_THREADS) {
        return "a block has 1 to 1024 threads";
    }
    if (gridDim.x == 0 || gridDim.y == 0 || gridDim.z == 0) {
        return "a grid has no sides of 0";
    }
    if (gridDim.y > MOST_BLOCKS || gridDim.z > MOST_BLOCKS) {
        return "a grid is at most 65535 high and deep";
    }
    if (kernel.blockX != 0 && (kernel.blockX != blockDim.x || kernel.blockY != blockDim.y)) {
        return "its blocks must have " + std::to_string(kernel.blockX) + "x" + std::to_string(kernel.blockY) + " threads";
    }
    return "";
}

std::string runGrid(const Kernel &kernel) {
    for (blockIdx.z = 0; blockIdx.z < gridDim.z; blockIdx.z++) {
        for (blockIdx.y = 0; blockIdx.y < gridDim.y; blockIdx.y++) {
            for (blockIdx.x = 0; blockIdx.x < gridDim.x; blockIdx.x++) {
                if (!runBlock()) {
                    return "some threads of a block finished where others wait for them";
                }
            }
        }
    }
    return "";
}

}  // namespace

void __syncthreads() { Thread::pause(true); }

void Kernel::list(const Kernel &kernel) { kernels().emplace(kernel.name, kernel); }

// The letters of a kernel's parameters, or none where there is no kernel of that name.
extern "C" const char *parameters(const char *name) {
    auto found = kernels().find(name);
    return found == kernels().end() ? nullptr : found->second.parameters.c_str();
}

// Runs a kernel; what was wrong with the launch, or no text.
extern "C" const char *launch(
        const char *name, unsigned gridX, unsigned gridY, unsigned gridZ, unsigned blockX, unsigned blockY, void **arguments) {
    static std::mutex oneAtATime;
    static std::string wrong;
    std::lock_guard<std::mutex> lock(oneAtATime);
    const Kernel &kernel = kernels().at(name);
    gridDim = {gridX, gridY, gridZ};
    blockDim = {blockX, blockY, 1};
    running = &kernel;
    given = arguments;
    wrong = refusal(kernel);
    if (wrong.empty()) {
        wrong = runGrid(kernel);
    }
    return wrong.c_str();
}
