/**
 * A training script with the loop of sd-scripts and nothing else: it asks about samples and saves as that does, and prints what it
 * does. Before a step it places the request that `--requests` has for it.
 */
export const askingScript = `import argparse, copy, json, os, pickle, sys


def sample(args, epoch, steps):
    if args.sample_every_n_steps is None and args.sample_every_n_epochs is None:
        return
    if args.sample_every_n_epochs is not None:
        if epoch is None or epoch % args.sample_every_n_epochs != 0:
            return
    elif steps % args.sample_every_n_steps != 0 or epoch is not None:
        return
    print("sample", steps, os.path.isfile(args.sample_prompts))


def removed(args, step):
    if args.save_last_n_steps is None:
        return None
    number = step - args.save_last_n_steps - 1
    number = number - (number % args.save_every_n_steps)
    return None if number < 0 else number


def setup_parser():
    parser = argparse.ArgumentParser()
    for name in ("save_every_n_steps", "save_last_n_steps", "sample_every_n_steps", "sample_every_n_epochs"):
        parser.add_argument("--" + name, type=int)
    parser.add_argument("--sample_prompts")
    parser.add_argument("--output_name")
    parser.add_argument("--output_dir")
    parser.add_argument("--save_model_as", default="safetensors")
    parser.add_argument("--save_state", action="store_true")
    parser.add_argument("--requests", default="{}")
    parser.add_argument("--folder")
    parser.add_argument("--ends", type=int, default=0)
    return parser


if __name__ == "__main__":
    args = setup_parser().parse_args()
    args = setup_parser().parse_args(namespace=argparse.Namespace(**vars(args)))
    told = [copy.deepcopy(args), pickle.loads(pickle.dumps(args))]
    print("told", json.dumps([sys.argv[0], sys.path[0], __file__, [vars(one) == vars(args) for one in told], vars(args)], ensure_ascii=False))
    requests = json.loads(args.requests)
    for step in range(1, 13):
        if str(step) in requests:
            with open(os.path.join(args.folder, "new.json"), "w") as file:
                json.dump(requests[str(step)], file)
            os.replace(os.path.join(args.folder, "new.json"), os.path.join(args.folder, "asked.json"))
        sample(args, None, step)
        if args.save_every_n_steps is not None and step % args.save_every_n_steps == 0:
            print("save", step)
            if removed(args, step) is not None and removed(args, step) > 0:
                print("remove", removed(args, step))
        if step % 4 == 0:
            sample(args, step // 4, step)
    sys.exit(args.ends)
`;
